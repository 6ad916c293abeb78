"""Fixtures of the figures: the empty books of one office."""

import pytest

from tests.reports.figures.books import Books


@pytest.fixture
def books(db):
    return Books()


@pytest.fixture
def neighbour(db):
    return Books("TAN-THAI")
