"""Labels never cover each other."""

from hypothesis import given
from hypothesis import strategies as st

from stillads.charts.lanes import Label, lanes_used, place

labels = st.lists(
    st.builds(
        Label,
        x=st.floats(0, 900),
        text=st.text("abcæøå ", min_size=1, max_size=40),
        anchor=st.sampled_from(["start", "middle", "end"]),
    ),
    max_size=12,
)


@given(labels)
def test_no_two_labels_of_a_lane_touch_and_all_stay_inside(given_labels: list[Label]) -> None:
    placed = place(given_labels, size=15, left=8, right=952)
    assert [item.label for item in placed] == given_labels
    for at, one in enumerate(placed):
        assert one.left >= 8
        assert one.left + one.width <= 952 + 0.001
        for other in placed[:at]:
            apart = one.left + one.width <= other.left or other.left + other.width <= one.left
            assert one.lane != other.lane or apart
    assert lanes_used(placed) == len({item.lane for item in placed})
