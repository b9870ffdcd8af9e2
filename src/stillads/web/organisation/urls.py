"""Addresses of the journey organisation."""

from django.urls import path

from .views import imports, legal, people, person, phones, residents, roles, tree, unit

app_name = "organisation"
urlpatterns = [
    path("", tree.tree, name="home"),
    path("enhed/ny/", unit.unit_new, name="unit_new"),
    path("enhed/<slug:unit>/", unit.unit, name="unit"),
    path("enhed/<slug:unit>/ret/", unit.unit_change, name="unit_change"),
    path("enhed/<slug:unit>/flyt/", unit.unit_move, name="unit_move"),
    path("enhed/<slug:unit>/luk/", unit.unit_close, name="unit_close"),
    path("enhed/<slug:unit>/beboere/", residents.residents, name="residents"),
    path("enhed/<slug:unit>/beboere/<slug:resident>/flyttet/", residents.left, name="resident_left"),
    path("enhed/<slug:unit>/telefoner/", phones.phones, name="phones"),
    path("enhed/<slug:unit>/telefoner/<slug:phone>/link/", phones.phone_link, name="phone_link"),
    path("enhed/<slug:unit>/telefoner/<slug:phone>/spaer/", phones.phone_revoke, name="phone_revoke"),
    path("personer/", people.people, name="people"),
    path("personer/ny/", people.person_new, name="person_new"),
    path("personer/<slug:person>/", person.person, name="person"),
    path("personer/<slug:person>/ret/", person.person_change, name="person_change"),
    path("personer/<slug:person>/invitation/", person.person_invite, name="person_invite"),
    path("personer/<slug:person>/luk-log-ind/", person.person_close_login, name="person_close_login"),
    path("personer/<slug:person>/startkode/", person.person_start_code, name="person_start_code"),
    path("personer/<slug:person>/rolle/", roles.role_new, name="role_new"),
    path("personer/<slug:person>/rolle/<int:assignment>/slut/", roles.role_end, name="role_end"),
    path("personer/<slug:person>/fravaer/", roles.absence_new, name="absence_new"),
    path("personer/<slug:person>/fravaer/<int:absence>/fjern/", roles.absence_remove, name="absence_remove"),
    path("personer/<slug:person>/overdrag/", roles.handover, name="hand_over"),
    path("indlaes/", imports.imports, name="imports"),
    path("indlaes/<slug:report>/", imports.report, name="import"),
    path("lovgrundlag/", legal.legal, name="legal"),
    path("lovgrundlag/ny/", legal.legal_edit, name="legal_new"),
    path("lovgrundlag/<slug:key>/", legal.legal_edit, name="legal_edit"),
]
