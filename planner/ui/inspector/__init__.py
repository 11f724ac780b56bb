"""The parts of the inspector: forms for one block, for several blocks, and for the plan itself."""
