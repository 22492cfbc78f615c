from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    """The gazetteer of the package."""
    loaded = Gazetteer.load()
    yield loaded
    loaded.close()
