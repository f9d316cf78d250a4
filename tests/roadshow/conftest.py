"""Desks to work at, as in tests/admin."""

from tests.admin.conftest import desk, manager_desk

__all__ = ["desk", "manager_desk"]
