"""FHIR R4 (4.0.1) Questionnaire: out of a form's items, and in again."""
