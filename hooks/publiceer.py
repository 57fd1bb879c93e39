"""MkDocs events of the regiovisie: each calls one function of `regiovisie.site`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from regiovisie import site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the project."""
    return site.on_config(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    return site.on_files(files, config)


def on_env(env: Any, **_: Any) -> Any:
    """Set up the templates."""
    return site.on_env(env)


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Make links of references in the editors' own pages."""
    return site.page_content(html, page, config)


def on_page_context(context: Any, page: Page, config: MkDocsConfig, **_: Any) -> Any:
    """Give each page its view."""
    return site.page_context(context, page, config)


def on_template_context(context: Any, config: MkDocsConfig, **_: Any) -> Any:
    """Give templates without a page the frame of the site."""
    return site.template_context(context, config)


def on_post_build(config: MkDocsConfig) -> None:
    """Add what needs the written pages."""
    site.after_build(config)
