"""Everything about one version in one zip, to keep: it opens from a disk, without the site."""

from __future__ import annotations

from regiovisie.publish.archief.bundel import write_archives

__all__ = ["write_archives"]
