"""Pictures as SVG text, pure: no Django, no models, no files."""
