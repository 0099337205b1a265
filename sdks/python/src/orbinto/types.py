"""The records that the API answers with, as types."""

from .generated.types import *
