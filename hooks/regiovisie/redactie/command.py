"""What all commands share: Dutch help, Dutch messages, and one place where errors end.

Exit codes: 0 done, 1 the input has problems (all of them listed), 2 the command was mistyped,
3 a fault in the program itself, 130 stopped with Ctrl-C.

Click speaks English, so its headings and messages are said here in Dutch: a `Command` and
`Group` that write their help in Dutch, and `usage_text` for what was mistyped.
"""

from __future__ import annotations

import difflib
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from regiovisie.errors import Problem, RegiovisieError
from regiovisie.redactie.staging import put_back

PROJECT = Path(__file__).resolve().parents[3]
"""The project that holds this package."""

PROBLEMS = 1
MISTYPED = 2
FAULT = 3
INTERRUPTED = 130

HEADINGS = {"Options": "Opties", "Commands": "Opdrachten", "Positional arguments": "Argumenten"}
"""The headings of click's help, in Dutch."""


def run(command: click.Command, arguments: Sequence[str], name: str) -> int:
    """Run a command and give its exit code; every error ends here.

    `name` is how the command was typed, for its help.
    """
    try:
        result = command.main(list(arguments), prog_name=name, standalone_mode=False)
    except RegiovisieError as error:
        click.echo(str(error), err=True)
        return PROBLEMS
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.message, err=True)
        return MISTYPED
    except click.ClickException as error:
        click.echo(f"{usage_text(error)}\nUitleg: {name} --help", err=True)
        return MISTYPED
    except (click.Abort, KeyboardInterrupt):
        click.echo("Gestopt.", err=True)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one place for faults: no traceback for editors
        click.echo(_fault_text(error, debug="--debug" in arguments), err=True)
        return FAULT
    return result if isinstance(result, int) else 0


def _fault_text(error: Exception, *, debug: bool) -> str:
    if debug:
        return "".join(traceback.format_exception(error)).rstrip()
    return (
        f"Er ging iets mis in het programma zelf ({type(error).__name__}: {error}).\n"
        "Dit ligt niet aan uw tekst. Start de opdracht opnieuw met --debug en stuur wat u ziet "
        "aan de beheerder."
    )


def usage_text(error: click.ClickException) -> str:
    """What is wrong with a command as it was typed, in Dutch."""
    match error:
        case click.NoSuchOption():
            return f"De optie {error.option_name} bestaat niet." + _hint(error.possibilities)
        case click.MissingParameter(param=click.Parameter() as param):
            return f"Er ontbreekt iets: {param.make_metavar(error.ctx or _no_context(param))}."
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices)) as param):
            return f"Voor {param.opts[0]} kunt u kiezen uit: {', '.join(map(str, choices))}."
        case click.BadParameter(param=click.Parameter() as param):
            return f"De waarde voor {param.opts[0]} klopt niet."
        case click.BadOptionUsage():
            return f"Bij de optie {error.option_name} hoort een waarde, of juist geen."
        case Mistyped():
            return error.message
        case _:
            return "Achter deze opdracht staat te veel, of iets dat er niet bij hoort."


class Mistyped(click.UsageError):
    """A mistyped command whose message is Dutch already."""


def _hint(possibilities: Sequence[str] | None) -> str:
    return f" Bedoelt u {' of '.join(possibilities)}?" if possibilities else ""


def _no_context(param: click.Parameter) -> click.Context:
    return click.Context(click.Command(param.name))


class HelpFormatter(click.HelpFormatter):
    """Click's help in Dutch."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how to type the command."""
        super().write_usage(prog, args, prefix or "Gebruik: ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Write a section under its Dutch heading."""
        with super().section(HEADINGS.get(name, name)):
            yield

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write options or commands, each with what it does."""
        dutch = [(name, text.replace("[required]", "[verplicht]")) for name, text in rows]
        super().write_dl(dutch, col_max, col_spacing)


class Context(click.Context):
    """A context whose help is Dutch."""

    formatter_class = HelpFormatter


class Command(click.Command):
    """A command whose help is Dutch."""

    context_class = Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[OPTIES]", **kwargs})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, explained in Dutch."""
        return _in_dutch(super().get_help_option(ctx))


class Group(click.Group):
    """A group of commands whose help is Dutch."""

    context_class = Context
    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        wording = {"options_metavar": "[OPTIES]", "subcommand_metavar": "OPDRACHT …"}
        super().__init__(*args, **{**wording, **kwargs})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, explained in Dutch."""
        return _in_dutch(super().get_help_option(ctx))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; raises Mistyped with the nearest one when there is none."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            near = difflib.get_close_matches(name, self.list_commands(ctx), n=1)
            raise Mistyped(f"De opdracht {name} bestaat niet." + _hint(near), ctx)
        return super().resolve_command(ctx, args)


def _in_dutch(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Toon deze uitleg."
    return option


OptionDecorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def project_option(default: Path) -> OptionDecorator:
    """The option --project: a folder with a project in it."""
    return click.option(
        "--project",
        metavar="MAP",
        type=click.Path(path_type=Path),
        default=default,
        callback=_existing_project,
        help="De map met mkdocs.yml, docs/ en versions/. Standaard: deze map.",
    )


_REPLACED = ("docs/regiovisie", "docs/zienswijzen")
"""The folders that a verb replaces as a whole: one that was stopped may have set them aside."""


def _existing_project(_ctx: click.Context, _param: click.Parameter, value: Path) -> Path:
    if not (value / "mkdocs.yml").is_file():
        raise RegiovisieError(
            [
                Problem(
                    file=value.as_posix(),
                    entry="",
                    key="--project",
                    wat="In deze map staat geen mkdocs.yml.",
                    doe="Noem de map van het project: die met mkdocs.yml, docs/ en versions/.",
                )
            ]
        )
    project = value.resolve()
    for folder in _REPLACED:
        put_back(project / folder)
    return project


debug_option: OptionDecorator = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,  # `run` looks at the arguments, which are there even when reading fails
    help="Toon bij een fout in het programma waar het misging.",
)
