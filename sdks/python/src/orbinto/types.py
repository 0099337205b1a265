"""The records that the API answers with, as types."""

from ._record import ListPage as ListPage
from ._record import Record as Record
from ._record import UnknownRecord as UnknownRecord
from .generated.types import *
