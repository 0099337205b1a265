"""What goes into calls, as types of dictionaries."""

from ._config import CallOptions as CallOptions
from .generated.params import *
