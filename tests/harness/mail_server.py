"""A real mail server on the loopback, that keeps what it is given and can be told to misbehave."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class MailSink:
    """What arrived, and how to answer: command → answer instead of 250; None breaks the connection off."""

    port: int = 0
    received: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    answers: dict[str, str | None] = field(default_factory=dict)


class _Conversation(socketserver.StreamRequestHandler):
    """One client's SMTP conversation (RFC 5321), as much of it as smtplib speaks."""

    sink: MailSink

    def handle(self) -> None:
        self._say("220 test")
        for line in self.rfile:
            command = line.decode().split(" ", 1)[0].strip().upper()
            if command == "QUIT":
                return self._say("221 bye")
            if not self._answer(command, line):
                return None
        return None

    def _answer(self, command: str, line: bytes) -> bool:
        if command == "DATA":
            return self._data()
        answer = self.sink.answers.get(command, "250 ok")
        if answer is None:
            return False
        if command == "RCPT" and answer.startswith("250"):
            self.sink.recipients.append(line.decode().partition("<")[2].partition(">")[0])
        self._say(answer)
        return True

    def _data(self) -> bool:
        self._say("354 go on")
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line[1:] if line.startswith(b"..") else line)
        self.sink.received.append(message_from_bytes(b"".join(lines), policy=policy.default))
        answer = self.sink.answers.get("DATA", "250 taken")
        if answer is not None:
            self._say(answer)
        return answer is not None

    def _say(self, answer: str) -> None:
        self.wfile.write(answer.encode() + b"\r\n")


@contextmanager
def mail_sink() -> Iterator[MailSink]:
    """A server on a free port, stopped at the end. Point EMAIL_HOST and EMAIL_PORT at it."""
    sink = MailSink()
    handler = type("Conversation", (_Conversation,), {"sink": sink})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        sink.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield sink
        finally:
            server.shutdown()
            thread.join()
