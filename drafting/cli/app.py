"""The commands by name, and how a command ends: message, exit code, never a traceback."""

from __future__ import annotations

import errno
import gc
import os
import sys
import warnings
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from drafting import __version__
from drafting.cli.japanese_click import JapaneseCommand, JapaneseGroup, explain_usage
from drafting.cli.terminal import report
from drafting.problems import DraftingError

COMMANDS = {"init": "init", "import": "import_", "check": "check", "build": "build", "review": "review", "table": "table", "schema": "schema"}


class _LazyGroup(JapaneseGroup):
    """Imports a command only when it runs: starting up is most of a small build's time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = import_module(f"drafting.cli.{COMMANDS[name]}").command
        assert isinstance(command, JapaneseCommand)
        return command


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="drafting %(version)s", help="版の番号を表示します。")
@click.option("-C", "folder", metavar="フォルダー", default=".", help="作業場所。書かなければ、今のフォルダー。")
@click.pass_context
def cli(context: click.Context, folder: str) -> None:
    """会議録と提言の一覧（YAML）から、答申案を Word と Markdown で作ります。

    \b
    初めて使うとき:
      drafting init 作業場所            作業場所を作る
      drafting -C 作業場所 import 会議録.txt   会議録を取り込む
      drafting -C 作業場所 check        間違いを調べる
      drafting -C 作業場所 build        答申案を作る

    各命令の説明は「drafting build --help」のように見られます。
    """
    path = Path(folder)
    if context.invoked_subcommand != "init" and not path.is_dir():
        raise click.UsageError(f"フォルダー「{folder}」がありません。")
    context.obj = path


def start() -> NoReturn:
    """Run the command of this process and end it at once: to free each value first takes a tenth of a small build.

    (mypy's `hard_exit` does the same.) Files are closed and locks let go by then.
    """
    code = 0
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:  # of a pipe that nobody reads any more nothing is said
            code = _full() if error.errno == errno.ENOSPC else code
    os._exit(code)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command and raise SystemExit with its exit code (design: exit codes)."""
    warnings.simplefilter("ignore")  # Python's own, in English; ours are Problems
    gc.disable()  # a run is short and makes few cycles; looking for them costs a fifth of a large build
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
    sys.exit(_run(arguments))


def _open_closed_streams() -> None:
    """A stream that the caller has closed is None: what would ask it or write to it finds an empty one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # as long as the process


def _run(arguments: list[str] | None) -> int:
    try:
        code = cli.main(arguments, prog_name="drafting", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.UsageError as error:
        click.echo(explain_usage(error), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("中止しました。", err=True)
        return 130
    except DraftingError as error:
        report(error.problems)
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except OSError as error:
        return _full() if error.errno == errno.ENOSPC else _bug()
    except Exception:
        return _bug()


def _full() -> int:
    """What is printed goes to a disk (`check > 結果.txt`) that has no room; our own files are another matter (`writing`)."""
    click.echo("結果を書き出す先のディスクがいっぱいです。空きを作って、もう一度実行してください。", err=True)
    return 5


def _bug() -> int:
    import tempfile  # each command would load archives and random numbers with it
    import traceback

    handle, name = tempfile.mkstemp(prefix="drafting-bug-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(f"drafting {__version__}, Python {sys.version}\n")
        traceback.print_exc(file=stream)
    click.echo(f"プログラムの誤りで止まりました。お手数ですが、この記録を開発者に送ってください: {name}", err=True)
    return 70
