"""Every class of refusal that the program has."""

import importlib
import pkgutil
from collections.abc import Iterator

import planner
from planner.domain.errors import PlannerError


def refusal_classes() -> list[type[PlannerError]]:
    """Return all refusals that can be raised, after importing everything."""
    for module in pkgutil.walk_packages(planner.__path__, "planner."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return sorted(set(_below(PlannerError)), key=lambda c: c.code)


def _below(parent: type[PlannerError]) -> Iterator[type[PlannerError]]:
    for child in parent.__subclasses__():
        if not child.__subclasses__():
            yield child
        yield from _below(child)
