"""Output: records as tables, JSON, spreadsheets and pages."""
