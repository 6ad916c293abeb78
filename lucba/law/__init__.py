"""The law room: deadlines, duties and working days as dated, cited tables. Pure Python, no clock."""
