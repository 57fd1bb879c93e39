"""Finding, installing and starting the browser."""

from __future__ import annotations

import pytest

from scripts import chromium


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The programs on the search path of a machine, to be filled by the test."""
    found: dict[str, str] = {}
    monkeypatch.setattr(chromium.shutil, "which", found.get)
    monkeypatch.setattr(chromium, "PLACES", ())
    return found


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch, programs: dict[str, str]) -> list[list[str]]:
    """The commands that would have been run; apt-get install brings a browser."""
    run: list[list[str]] = []

    def succeeds(command: list[str]) -> bool:
        run.append(command)
        if "install" in command:
            programs[chromium.LIGHT] = f"/usr/bin/{chromium.LIGHT}"
        return True

    monkeypatch.setattr(chromium.debian, "_succeeds", succeeds)
    return run


def test_debian_chromium_is_preferred(programs: dict[str, str]) -> None:
    """Of several browsers, the first of the list is taken."""
    programs.update({"google-chrome": "chrome", "chromium": "chromium"})

    assert chromium.find_chromium() == "chromium"


def test_the_one_without_windows_comes_first(
    programs: dict[str, str], commands: list[list[str]]
) -> None:
    """It does less work for the same pages; where it is, nothing is installed."""
    programs.update({"chromium": "chromium", chromium.LIGHT: "light", "apt-get": "apt-get"})

    assert chromium.ensure_chromium() == "light"
    assert commands == []


def test_present_browser_does_where_apt_is_not(
    programs: dict[str, str], commands: list[list[str]]
) -> None:
    """Nothing is installed on another system than Debian's."""
    programs["msedge"] = "edge"

    assert chromium.ensure_chromium() == "edge"
    assert commands == []


@pytest.mark.parametrize("present", [{}, {"chromium": "/usr/bin/chromium"}])
def test_root_installs_debian_chromium(
    programs: dict[str, str],
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    present: dict[str, str],
) -> None:
    """Root updates the lists once and installs the one without windows."""
    programs.update({"apt-get": "apt-get", **present})
    monkeypatch.setattr(chromium.debian, "is_root", lambda: True)

    assert chromium.ensure_chromium() == f"/usr/bin/{chromium.LIGHT}"
    assert [command[4] for command in commands] == ["update", "install"]


def test_nothing_is_installed_without_rights(
    programs: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where sudo asks for a password there is no browser, and that is no error."""
    programs.update({"apt-get": "apt-get", "sudo": "sudo"})
    monkeypatch.setattr(chromium.debian, "is_root", lambda: False)
    monkeypatch.setattr(chromium.debian, "_succeeds", lambda _command: False)

    assert chromium.ensure_chromium() is None


@pytest.mark.parametrize("root", [True, False])
def test_only_root_goes_without_sandbox(monkeypatch: pytest.MonkeyPatch, root: bool) -> None:
    """The sandbox is left out only where it cannot be had."""
    monkeypatch.setattr(chromium.debian, "is_root", lambda: root)

    assert ("--no-sandbox" in chromium.launch_flags()) is root
