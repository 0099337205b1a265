"""Prints a page by WebKitGTK: webkit-print.py URL FILE SCRIPT. WebDriver cannot ask it to.

The page is printed on A4 once SCRIPT, the body of an async function in it, has come to its end.
https://webkitgtk.org/reference/webkit2gtk/stable/class.PrintOperation.html
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

SECONDS = 60


class Printer:
    """A window that nobody sees, with the page in it."""

    def __init__(self, file: Path, script: str) -> None:
        self.failure: str | None = f"the page has not come within {SECONDS} s"
        self.refusal: str | None = None
        self.file = file
        self.script = script
        self.view = WebKit2.WebView(web_context=WebKit2.WebContext.new_ephemeral())
        self.view.connect("load-changed", self.loaded)
        self.view.connect("load-failed", self.lost)
        self.window = Gtk.OffscreenWindow()
        self.window.set_default_size(1440, 900)
        self.window.add(self.view)
        self.window.show_all()

    def print(self, url: str) -> str | None:
        """Returns what went wrong, if anything."""
        GLib.timeout_add_seconds(SECONDS, Gtk.main_quit)
        self.view.load_uri(url)
        Gtk.main()
        return self.failure

    def end(self, failure: str | None = None) -> None:
        self.failure = failure
        Gtk.main_quit()

    def loaded(self, view: WebKit2.WebView, event: WebKit2.LoadEvent) -> None:
        if event == WebKit2.LoadEvent.FINISHED:
            view.call_async_javascript_function(self.script, -1, None, None, None, None, self.drawn)

    def lost(self, _view: WebKit2.WebView, _event: WebKit2.LoadEvent, _url: str, error: GLib.Error) -> bool:
        """Keeps WebKit from showing a page of its own that says so."""
        self.end(error.message)
        return True

    def drawn(self, view: WebKit2.WebView, result: object) -> None:
        try:
            view.call_async_javascript_function_finish(result)
        except GLib.Error as error:
            self.end(error.message)
            return
        settings = Gtk.PrintSettings()
        settings.set_printer("Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, self.file.resolve().as_uri())
        paper = Gtk.PageSetup()
        paper.set_paper_size(Gtk.PaperSize.new("iso_a4"))
        self.operation = WebKit2.PrintOperation.new(view)
        self.operation.set_print_settings(settings)
        self.operation.set_page_setup(paper)
        self.operation.connect("failed", self.refused)
        self.operation.connect("finished", lambda _operation: self.end(self.refusal))
        self.operation.print_()

    def refused(self, _operation: WebKit2.PrintOperation, error: GLib.Error) -> None:
        """Told before the operation is finished."""
        self.refusal = error.message


url, file, script = sys.argv[1:]
sys.exit(Printer(Path(file), script).print(url))
