"""The demo's municipality: units by their real names where the booklet gives them, people invented."""

from datetime import date, datetime

from stillads.kernel.danish import sort_key
from stillads.kernel.viewer import Viewer, system_viewer
from stillads.organisation.models import Assignment, Person, Unit, UnitPlacement, User
from stillads.organisation.queries.viewers import viewer_for_person

FIRST_DAY = date(2021, 1, 1)
PASSWORD = "stillads-demo"  # noqa: S105  (printed for all to read; see --demo-exposed)

UNITS = (
    ("kommunen", "Viborg Kommune", "municipality", None),
    ("sundhed-og-omsorg", "Sundhed og Omsorg", "area", "kommunen"),
    ("hjemmeplejen", "Hjemmeplejen", "area", "sundhed-og-omsorg"),
    ("distrikt-heden", "Distrikt Heden", "district", "hjemmeplejen"),
    ("distrikt-houlkaer", "Distrikt Houlkær", "district", "hjemmeplejen"),
    ("distrikt-nord", "Distrikt Nord", "district", "hjemmeplejen"),
    ("distrikt-vesterparken", "Distrikt Vesterparken", "district", "hjemmeplejen"),
    ("rengoeringsteamet", "Rengøringsteamet", "team", "hjemmeplejen"),
    ("plejecentre", "Pleje- og omsorgscentre", "area", "sundhed-og-omsorg"),
    ("banebo", "Banebo", "care_centre", "plejecentre"),
    ("birkegaarden", "Birkegården", "care_centre", "plejecentre"),
    ("liselund", "Liselund", "care_centre", "plejecentre"),
    ("sjoerup", "Sjørup", "care_centre", "plejecentre"),
    ("skovvaenget", "Skovvænget", "care_centre", "plejecentre"),
    ("toftegaarden", "Toftegården", "care_centre", "plejecentre"),
    ("rcv", "Rehabiliteringscenter Viborg", "rehabilitation_centre", "sundhed-og-omsorg"),
    ("madservice", "Madservice Viborg", "kitchen", "sundhed-og-omsorg"),
    ("visitationen", "Visitation Sundhed og Omsorg", "authority", "sundhed-og-omsorg"),
    ("hjaelpemiddelservice", "Hjælpemiddelservice", "service", "visitationen"),
    ("aktivitet-og-udvikling", "Aktivitet og Udvikling", "service", "sundhed-og-omsorg"),
    ("traening", "Træning og Hverdagsrehabilitering", "service", "sundhed-og-omsorg"),
)

# (name, title, role, unit, e-mail name). Those with an e-mail name can log in.
PEOPLE = (
    ("Ellen Overgaard", "Udviklingskonsulent", "consultant", "sundhed-og-omsorg", "konsulent"),
    ("Karen Brogaard", "Gruppeleder", "trial_lead", "distrikt-heden", "ansvarlig"),
    ("Anne-Mette Kjærsgaard", "Plejecenterleder", "manager", "toftegaarden", "leder"),
    ("Yasmin Holst", "Social- og sundhedsassistent", "employee", "toftegaarden", "medarbejder"),
    ("Vibeke Lauritsen", "Sundhedschef", "director", "sundhed-og-omsorg", "chef"),
    ("Poul Erik Aagaard", "Udvalgsmedlem", "committee", "kommunen", "udvalg"),
    ("Inger Ørsted", "Medlem af Ældrerådet", "council", "kommunen", "aeldreraad"),
    ("Niels Åkjær", "Databeskyttelsesrådgiver", "privacy", "kommunen", "databeskyttelse"),
    ("Signe Hvid", "Systemadministrator", "administrator", "kommunen", "admin"),
    ("Torben Ladefoged", "Aktivitetsleder", "trial_lead", "aktivitet-og-udvikling", ""),
    ("Bodil Rosenørn", "Sygeplejerske", "trial_lead", "rcv", ""),
    ("Jens Ulrik Damgaard", "Distriktsleder", "trial_lead", "distrikt-houlkaer", ""),
    ("Grethe Vinther", "Køkkenleder", "trial_lead", "madservice", ""),
    ("Lone Skipper", "Visitator", "trial_lead", "hjaelpemiddelservice", ""),
    ("Henrik Sandager", "Visitator", "trial_lead", "visitationen", ""),
    ("Mads Thorup", "Fysioterapeut", "trial_lead", "traening", ""),
    ("Anne-Mette Kjærsgaard", "Plejecenterleder", "trial_lead", "toftegaarden", ""),
    ("Rikke Mølgaard", "Distriktsleder", "manager", "distrikt-heden", ""),
    ("Søren Bech", "Distriktsleder", "manager", "distrikt-nord", ""),
    ("Dorthe Aabye", "Plejecenterleder", "manager", "banebo", ""),
    ("Per Ågren", "Plejecenterleder", "manager", "liselund", ""),
    ("Ulla Østergaard", "Plejecenterleder", "manager", "birkegaarden", ""),
    ("Mette Ælsgaard", "Plejecenterleder", "manager", "sjoerup", ""),
    ("Kirsten Zacho", "Plejecenterleder", "manager", "skovvaenget", ""),
    ("Lars Bundgaard", "Centerleder", "manager", "rcv", ""),
    ("Fatima Jensen", "Social- og sundhedshjælper", "employee", "distrikt-heden", ""),
    ("Ole Winther", "Social- og sundhedsassistent", "employee", "toftegaarden", ""),
    ("Jytte Krogh", "Kok", "employee", "madservice", ""),
)


def settle(at: datetime) -> dict[str, Unit]:
    """Makes units and people. Returns the units by key."""
    units: dict[str, Unit] = {}
    for key, name, kind, parent in UNITS:
        units[key] = Unit.objects.create(
            key=key, name=name, name_sort=sort_key(name), kind=kind, valid_from=FIRST_DAY
        )
        UnitPlacement.objects.create(
            unit=units[key], parent=units[parent] if parent else None, valid_from=FIRST_DAY
        )
    for name, title, role, unit, mailbox in PEOPLE:
        person, _made = Person.objects.get_or_create(
            name=name, defaults={"name_sort": sort_key(name), "title": title}
        )
        if mailbox:
            address = f"{mailbox}@stillads.example"
            person.email, person.user = address, User.objects.create_user(address, PASSWORD)
            person.save()
        Assignment.objects.create(person=person, role=role, unit=units[unit], valid_from=FIRST_DAY)
    return units


def person(name: str) -> Person:
    """A person of the demo by name."""
    return Person.objects.get(name=name)


def acting(name: str, at: datetime) -> Viewer:
    """A person of the demo as the one who acts."""
    return viewer_for_person(person(name), on=at.date(), purpose="demo")


def consultant(at: datetime) -> Viewer:
    """The demo's development consultant as the one who acts."""
    return acting("Ellen Overgaard", at)


def narrator() -> Viewer:
    """The program itself, telling the demo."""
    return system_viewer("demo")


def logins() -> list[dict[str, str]]:
    """Role, e-mail and password of everybody who can log in."""
    words = {
        "consultant": "Udviklingskonsulent", "trial_lead": "Prøvehandlingsansvarlig", "manager": "Leder",
        "employee": "Medarbejder", "director": "Chef", "committee": "Udvalgsmedlem",
        "council": "Ældreråd", "privacy": "Databeskyttelse", "administrator": "Administrator",
    }  # fmt: skip
    return [
        {"role": words[role], "email": f"{mailbox}@stillads.example", "password": PASSWORD}
        for _name, _title, role, _unit, mailbox in PEOPLE
        if mailbox
    ]
