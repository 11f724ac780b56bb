"""Write resources/schema/interviewplan.schema.json from the types of the plan file.

    python tools/write_schema.py

A test compares the file with the types, so it cannot grow stale.
"""

from planner.formats.planfile.document import SCHEMA_FILE
from planner.formats.planfile.schema import schema_bytes
from planner.resources import bundled


def main() -> None:
    """Write the schema into the bundled files."""
    target = bundled("schema", SCHEMA_FILE)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(schema_bytes())
    print(target.name)


if __name__ == "__main__":
    main()
