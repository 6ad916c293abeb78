"""The pages of the register of outgoing documents."""
