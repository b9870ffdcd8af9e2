"""Files, YAML, and versions of the format."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from .base import type_sentences

FILES: Final[type_sentences] = {
    "unreadable_file": (
        _("The file cannot be opened."),
        _("Look at the name of the file, and whether you may read it."),
    ),
    "too_large": (
        _("A playbook may be %(most)s kB; this file is larger."),
        _("Is it the right file? Figures and pictures do not belong in a playbook."),
    ),
    "not_utf8": (
        _("The file is not written in UTF-8."),
        _("Save it again and choose the encoding UTF-8."),
    ),
    "unprintable": (
        _("Here stands a character that nobody can see (%(code)s)."),
        _("Delete it and write the text anew."),
    ),
    "tab": (
        _("Here stands a tab. YAML is indented with spaces."),
        _("Put two spaces for each step in, and no tab anywhere."),
    ),
    "yaml_colon": (
        _("A colon inside a text is read as the end of a key."),
        _("Put the whole text in quotation marks, or write it under a line that ends in “|”."),
    ),
    "yaml_no_colon": (
        _("A key ends in a colon, and here there is none."),
        _("Write “key: text”, with a space after the colon."),
    ),
    "yaml_quote": (
        _("A quotation mark was opened and not closed."),
        _("Put the closing quotation mark, or take away the first one."),
    ),
    "yaml_escape": (
        _("After a backslash in a text in quotation marks only certain letters may stand."),
        _("Write two backslashes, or use single quotation marks."),
    ),
    "yaml_odd_start": (
        _("A text cannot begin with this sign."),
        _("Put the text in quotation marks."),
    ),
    "yaml_bracket": (
        _("A list in brackets does not hold together: a comma or the closing bracket is missing."),
        _("Write “[a, b, c]”, or one line with “- ” for each."),
    ),
    "yaml_indentation": (
        _("The line is not indented like the lines that it belongs to."),
        _("Let everything that belongs together begin in the same column."),
    ),
    "yaml": (_("This cannot be read as YAML."), _("Compare it with a playbook from the library.")),
    "several_documents": (
        _("A file holds one playbook; here a second one begins."),
        _("Take away the line “---”, or make a file of each."),
    ),
    "nothing_there": (
        _("There is no playbook in the file."),
        _("Begin with the one that “playbook new” writes."),
    ),
    "no_mapping": (
        _("A playbook begins with keys, such as “format: 1” and “title:”."),
        _("Begin with the one that “playbook new” writes."),
    ),
    "too_many": (
        _("A playbook may hold %(most)s texts and lists; here are more."),
        _("Is it the right file?"),
    ),
    "too_deep": (
        _("Lists may stand %(most)s deep inside each other; here it goes deeper."),
        _("Is it the right file?"),
    ),
    "alias": (
        _("References inside the file (“*%(said)s”) are not allowed."),
        _("Write it out once more."),
    ),
    "anchor": (
        _("Names for references (“&%(said)s”) are not allowed."),
        _("Take the name away. A text that begins with “&” stands in quotation marks."),
    ),
    "tag": (
        _("Types (“%(said)s”) are not allowed."),
        _("Take it away. A text that begins with “!” stands in quotation marks."),
    ),
    "key_twice_in_file": (
        _("The key “%(said)s” stands here already, in line %(first)s."),
        _("Put both under one key, or take one away."),
    ),
    "key_no_text": (
        _("A key is a word. Here stands something else."),
        _("Write the key as one word, followed by a colon."),
    ),
    "format_missing": (
        _("A playbook says which version of the format it is written in."),
        _("Write “format: %(newest)s” as the first line."),
    ),
    "format_unknown": (
        _("The version of the format is a whole number from 1 to %(newest)s."),
        _("Write “format: %(newest)s”."),
    ),
    "format_newer": (
        _("The playbook is written in a newer version of the format than this Stillads knows (%(newest)s)."),
        _("Update Stillads, or ask for the playbook in version %(newest)s."),
    ),
}
