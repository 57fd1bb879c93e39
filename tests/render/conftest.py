"""The dossier of the small valid project, and an index on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from regiovisie.herkomst.dossier import Dossier, make_dossier
from regiovisie.herkomst.regels import all_problems
from regiovisie.registers import load_project
from regiovisie.render.opmaker import RenvooiOpmaker
from regiovisie.render.views.index import Index

from tests.support.project import Content, write_sealed

MakeIndex = Callable[[dict[str, Content]], Index]


@pytest.fixture
def make_index(tmp_path: Path) -> MakeIndex:
    """Makes an index of the small project with these files instead of its own."""

    def make(files: dict[str, Content]) -> Index:
        dossier = make_dossier(load_project(write_sealed(tmp_path, files)))
        assert not all_problems(dossier)
        return Index(dossier, RenvooiOpmaker(dossier))

    return make


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The dossier of the small project."""
    return make_dossier(load_project(write_sealed(tmp_path_factory.mktemp("project"))))


@pytest.fixture(scope="session")
def index(dossier: Dossier) -> Index:
    """An index on the dossier of the small project."""
    return Index(dossier, RenvooiOpmaker(dossier))
