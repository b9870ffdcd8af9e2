"""Sites side by side in words: which of them stand out from what chance explains."""

from stillads.charts.figures import drawable
from stillads.charts.funnel_plot import FunnelPlot, Site
from stillads.kernel.language import gettext as _

from .words import amount, joined, listed, number_word


def sites(chart: FunnelPlot) -> str:
    """The sites beyond the funnel by name, or that none is; those without figures are named too."""
    there = [site for site in chart.sites if drawable(site.value) is not None and site.out_of > 0]
    gone = [site.label for site in chart.sites if site not in there]
    lacking = _("%(sites)s has no figures.") % {"sites": listed(gone)} if gone else ""
    if not there:
        return joined((_("There are no figures from any site yet."), lacking if len(gone) < 4 else ""))
    if len(there) == 1:
        only = {"site": there[0].label, "value": amount(there[0].value or 0.0, chart.unit)}
        return joined((_("There are figures from one site only: %(site)s, %(value)s.") % only, lacking))
    return joined((_standing_out(there, chart), lacking))


def _standing_out(there: list[Site], chart: FunnelPlot) -> str:
    outside = [site for site in there if site.outside]
    if not outside:
        n = {"n": number_word(len(there))}
        return _("None of the %(n)s sites stands out from what chance explains.") % n
    names = listed([f"{site.label} ({amount(site.value or 0.0, chart.unit)})" for site in outside])
    text = _("%(sites)s stands out from what chance explains.") % {"sites": names}
    if drawable(chart.level) is not None and chart.level is not None:
        text += " " + _("Together the sites are at %(value)s.") % {"value": amount(chart.level, chart.unit)}
    return text
