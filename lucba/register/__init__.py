"""The register workbook: how an office's books come in and go out."""
