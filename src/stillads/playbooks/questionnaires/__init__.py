"""Questionnaires from and to elsewhere: XLSForm and REDCap come in, FHIR R4 Questionnaire comes in and goes out."""
