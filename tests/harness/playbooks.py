"""A playbook with one instrument of every kind, as plain data; tests change what they need."""

from collections.abc import Iterable
from typing import Any

from stillads.playbooks.format.playbook import Playbook

_YES = {"standard": "yes_no"}


def _instruments() -> list[dict[str, Any]]:
    common = {"what": "Vi tæller.", "used_for": "Tavlemødet ser tallene hver fredag."}
    calls = {
        "kind": "register", "key": "calls", "title": "Opkald", "event": "Hvem ringede?",
        "open": {"baseline": True, "after": True}, "cost": {"seconds": 15, "times_a_week": 20},
        "buttons": [
            {"key": "citizen", "text": "Borger"},
            {"key": "relative", "text": "Pårørende"},
            {"key": "colleague", "text": "Kollega"},
        ],
        "items": [
            {"kind": "single_choice", "key": "avoidable", "text": "Kunne opkaldet være undgået?", **_YES},
            {"kind": "duration", "key": "minutes", "text": "Hvor længe varede det?"},
        ],
        **common,
    }  # fmt: skip
    talks = {
        "kind": "survey", "key": "talks", "title": "Velfærdssamtale", "pulse": True, "by": ["employee"],
        "channels": ["staff", "link", "kiosk", "paper"], "cost": {"seconds": 60, "times_a_week": 3},
        "wish": {"wishes": "wishes", "question": "wish", "area": "wish_area"},
        "items": [
            {"kind": "smiley", "key": "mood", "text": "Hvordan har du det i dag?", "required": True},
            {"kind": "likert", "key": "heard", "text": "Jeg bliver lyttet til", "scale": "agree"},
            {"kind": "short_text", "key": "wish", "text": "Er der noget, du ønsker dig?"},
            {
                "kind": "single_choice", "key": "wish_area", "text": "Hvad handler ønsket om?",
                "options": [{"key": "meals", "text": "Måltider"}, {"key": "bath", "text": "Bad"}],
                "show_if": {"question": "wish", "answered": True},
            },
        ],
        **common,
    }  # fmt: skip
    staff = {
        "kind": "survey", "key": "staff", "title": "Trivsel", "anonymous": True, "channels": ["link", "open_link"],
        "drawn_from": "employees", "waves": {"days": [1, 90], "open_days": 10, "remind_after_days": [5]},
        "items": [{"kind": "scale", "key": "wellbeing", "scale": "staff"},
                  {"kind": "long_text", "key": "words", "text": "Hvad vil du sige?"}],
        **common,
    }  # fmt: skip
    wishes = {
        "kind": "wishes", "key": "wishes", "title": "Ønsker", "open": {"after": True},
        "areas": [{"key": "meals", "text": "Måltider"}, {"key": "bath", "text": "Bad"}], **common,
    }  # fmt: skip
    flow = {
        "kind": "case", "key": "flow", "title": "Straksvisitation", "mark": "PRØVEHANDLING: Straksvisitation",
        "start": [{"kind": "short_text", "key": "need", "text": "Hvad er der brug for?"}],
        "steps": [
            {"key": "first_meeting", "title": "Fælles første møde", "role": "Terapeut",
             "deadline": {"days": 5}, "professions": ["occupational_therapist"],
             "items": [{"kind": "single_choice", "key": "starts", "text": "Går træningen i gang?", **_YES}],
             "ways": [{"to": "training", "text": "Træning",
                       "when": {"question": "starts", "is": "yes"}},
                      {"to": "authority", "text": "Tilbage til visitationen"}]},
            {"key": "training", "title": "Træning", "role": "Hjemmetræner", "spoken": True, "follow_up": True,
             "deadline": {"days": 30, "working": False},
             "ways": [{"to": "follow_up", "text": "Opfølgning"}]},
            {"key": "follow_up", "title": "Opfølgning", "role": "Visitator", "deadline": {"days": 10},
             "ways": [{"to": "independent", "text": "Klarer sig selv"}, {"to": "partly", "text": "Delvist"}]},
        ],
        "outcomes": [{"key": "independent", "title": "Klarer sig selv"}, {"key": "partly", "title": "Delvist"},
                     {"key": "authority", "title": "Tilbage til visitationen"}],
        "cancel_reasons": [{"key": "moved", "title": "Flyttet"}, {"key": "dead", "title": "Død"}],
        "old_way": [{"title": "Ansøgning", "role": "Visitator", "days": 14}], **common,
    }  # fmt: skip
    plan = {
        "kind": "plan", "key": "rhythm", "title": "Døgnrytmeplan", "links": 5, "hosts": ["vejledning.example.dk"],
        "fields": [
            {"key": "approach", "title": "Særlig tilgang", "first": True},
            {"key": "morning", "title": "Morgen", "time": "7–10", "words_that_belong": ["Morgen", "Formiddag"]},
            {"key": "evening", "title": "Aften", "time": "17–22", "words_that_belong": ["Aften"]},
        ],
        "hand_over": ["approach", "morning"], **common,
    }  # fmt: skip
    desk = {
        "kind": "desk", "key": "desk", "title": "Kvik Service", "slot_minutes": 30,
        "hours": [{"weekday": day, "opens": "10:00", "closes": "12:00", "capacity": 2} for day in (1, 3)],
        "catalogue": [
            {"key": "walker", "title": "Rollator", "group": "Gang", "copies": 2, "loan_days": 30},
            {"key": "tongs", "title": "Gribetang", "copies": 5},
        ],
        "errands": [{"key": "try", "text": "Prøve"}, {"key": "fit", "text": "Tilpasse"}],
        "visit": [{"kind": "short_text", "key": "other_needs", "text": "Er der andet, du mangler?"}],
        "delivery": [{"kind": "single_choice", "key": "right", "text": "Var det det rigtige?", **_YES}],
        **common,
    }  # fmt: skip
    presence = {
        "kind": "presence", "key": "therapists", "title": "Terapeuter på stedet", "locked": True,
        "functions": [{"key": "therapist", "text": "Terapeut"}],
        "meeting": {"title": "Teammøde", "prompt": "Noget til terapeuterne?", "weekday": 2}, **common,
    }  # fmt: skip
    account = {
        "kind": "account", "key": "clips", "title": "Klippekort", "unit": "minutter", "earned": 30,
        "ceiling": 180, "uses": [{"key": "walk", "text": "Gåtur"}, {"key": "coffee", "text": "Kaffe"}],
        **common,
    }  # fmt: skip
    interview = {
        "kind": "interview", "key": "focus", "title": "Fokusgruppe", "guide": ["Hvad har været bedst?"],
        "themes": [{"key": "time", "text": "Tid"}, {"key": "calm", "text": "Ro"}], **common,
    }  # fmt: skip
    series = {
        "kind": "series", "key": "sickness", "title": "Sygefravær", "holder": "HR", "by": ["manager"],
        "columns": [{"key": "hours", "title": "Timer", "unit": "timer", "names": ["Sygetimer"]}], **common,
    }  # fmt: skip
    return [calls, talks, staff, wishes, flow, plan, desk, presence, account, interview, series]


def playbook_data(only: Iterable[str] = (), **changes: Any) -> dict[str, Any]:
    """The plain data; `only` leaves these instruments (and what is measured with them)."""
    data: dict[str, Any] = {
        "format": 1, "key": "alle-redskaber",
        "title": {"da": "Alle redskaber", "en": "All instruments"},
        "question": {"da": "Virker redskaberne?", "en": "Do the instruments work?"},
        "summary": {"da": "En prøvehandling til test.", "en": "A trial for tests."},
        "background": "Til test.", "target_group": "Beboere", "theme": "den-gode-aeldrepleje",
        "source": {"text": "Skrevet til test"},
        "theory": {
            "chain": [{"key": "do", "level": "activity", "text": "Vi lytter", "leads_to": ["calm"]},
                      {"key": "calm", "level": "short_term", "text": "Mere ro", "indicator": "avoidable"}],
            "core": ["Samtalen"],
        },
        "windows": [{"key": "week_two", "title": "Uge 2", "first_day": 8, "days": 7}],
        "instruments": _instruments(),
        "measures": [
            {"key": "calls", "title": "Opkald", "perspective": "employee", "instrument": "calls", "how": "count",
             "unit": "opkald", "direction": "down", "by": ["event", "hour"], "sustaining": True},
            {"key": "avoidable", "title": "Opkald, der kunne være undgået", "perspective": "employee",
             "instrument": "calls", "how": "share", "where": {"question": "avoidable", "is": ["yes"]},
             "unit": "%", "direction": "down"},
            {"key": "call_minutes", "title": "Minutter pr. opkald", "perspective": "employee",
             "instrument": "calls", "how": "mean", "field": "minutes", "unit": "minutter"},
            {"key": "mood", "title": "Humør", "perspective": "citizen", "instrument": "talks", "how": "mean",
             "field": "mood", "unit": "point", "direction": "up"},
        ],
        "criteria": [
            {"key": "fewer", "perspective": "employee", "what": "Færre opkald, der kunne være undgået",
             "direction": "down", "size": "20", "unit": "%", "measure": "avoidable", "primary": True,
             "how_known": "Opkaldene tælles"},
            {"key": "mood", "perspective": "citizen", "what": "Humøret bliver ikke dårligere",
             "direction": "not_worse", "guardrail": True, "worse": "down", "measure": "mood",
             "how_known": "Velfærdssamtalerne"},
        ],
        "decision_rule": "Falder andelen, udbredes det.",
        "house_rules": [{"title": "Lyt først"}],
    }  # fmt: skip
    wanted = set(only)
    if wanted:
        data["instruments"] = [made for made in data["instruments"] if made["key"] in wanted]
        data["measures"] = [made for made in data["measures"] if made["instrument"] in wanted]
        kept = {made["key"] for made in data["measures"]}
        data["criteria"] = [said for said in data["criteria"] if said["measure"] in kept]
        data["theory"]["chain"][1].pop("indicator")
    return data | changes


def playbook(only: Iterable[str] = (), **changes: Any) -> Playbook:
    """The same as a playbook."""
    return Playbook.model_validate(playbook_data(only, **changes))
