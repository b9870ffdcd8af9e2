"""The pages of cards."""

from django.urls import reverse
from tests.capture.conftest import ward
from tests.harness.capturing import Ward

from stillads.capture.actions.accounts.earning import earn_all
from stillads.capture.models import Account, Entry

__all__ = ["ward"]


def test_a_card_is_used_refused_and_put_right(ward: Ward) -> None:
    ward.participant()
    earn_all(at=ward.at)
    client = ward.house.client_of(ward.nurse)
    assert "30 minutter" in client.get(reverse("balances:list")).content.decode()
    address = reverse("balances:card", args=[Account.objects.get().public_id])
    sent = {"amount": "20", "use": "walk", "idempotency_key": "k1"}
    for _twice in range(2):
        page = client.post(address, sent, follow=True).content.decode()
    assert "10 minutter på kortet." in page
    refused = client.post(address, {**sent, "idempotency_key": "k2"})
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["amount"])
    spent = Entry.objects.get(form="spend")
    back = reverse("balances:back", args=[spent.subject, spent.public_id])
    assert client.post(back, {"reason": ""}).status_code == 422
    page = client.post(back, {"reason": "Aflyst."}, follow=True).content.decode()
    assert "30 minutter på kortet." in page
    assert "taget tilbage: Aflyst." in page
