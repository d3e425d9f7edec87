"""click in Japanese: its headings, its usage errors, its help option."""

from __future__ import annotations

import re
from typing import Any

import click


class _JapaneseHelp(click.Command):
    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="使い方: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        words = {"[OPTIONS]": "[オプション]", "COMMAND [ARGS]...": "命令 …"}
        return [words.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "この説明を表示します。"
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = [row for option in options if (row := option.get_help_record(ctx))]
        with formatter.section("オプション"):
            formatter.write_dl(rows)


class JapaneseCommand(_JapaneseHelp):
    """A command whose help reads Japanese."""


class JapaneseGroup(_JapaneseHelp, click.Group):
    """A group whose help reads Japanese."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("命令"):
            formatter.write_dl([(name, command.get_short_help_str(60)) for name, command in commands if command])


def explain_usage(error: click.UsageError) -> str:
    """A usage error in Japanese, with where to look for help."""
    from drafting.problems import did_you_mean

    path = error.ctx.command_path if error.ctx else "drafting"
    known: tuple[str, ...] = ()
    if isinstance(error, click.NoSuchOption):
        if error.ctx:
            known = tuple(name for param in error.ctx.command.params for name in param.opts)
        text = f"オプション「{error.option_name}」はありません。{did_you_mean(error.option_name, known)}"
    elif isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        text = f"「{name}」を指定してください。"
    elif isinstance(error, click.BadParameter):
        text = error.message if _is_japanese(error.message) else "オプションの値が使えません。" + error.message
    elif isinstance(error, click.BadOptionUsage):
        text = f"オプション「{error.option_name}」の後に値を書いてください。"
    elif "No such command" in error.message:
        typed = error.message.split("'")[1] if "'" in error.message else ""
        if error.ctx and isinstance(error.ctx.command, click.Group):
            known = tuple(error.ctx.command.list_commands(error.ctx))
        text = f"命令「{typed}」はありません。{did_you_mean(typed, known)}"
    elif extra := re.match(r"Got unexpected extra arguments? \((.*)\)", error.message, re.DOTALL):
        text = f"「{extra[1]}」が余分です。消すか、オプションの名前を付けてください。"
    elif "Missing command" in error.message:
        text = "命令を書いてください。"
    else:
        text = error.message if _is_japanese(error.message) else f"引数を確かめてください（{error.message}）。"
    return f"使い方の誤り: {text}\n説明は「{path} --help」で見られます。"


def _is_japanese(text: str) -> bool:
    return any("\u3040" <= letter <= "\u9fff" for letter in text)


class JapaneseChoice(click.Choice[str]):
    """A choice whose error names what may be chosen, in Japanese."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value not in self.choices:
            raise click.BadParameter(f"「{value}」は選べません。使えるのは {'・'.join(self.choices)} です。", ctx, param)
        return value
