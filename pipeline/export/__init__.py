"""export: documents into tables that other systems take."""

from pipeline.export.observations import observations

__all__ = ["observations"]
