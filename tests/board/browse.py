"""Opens a file in a browser without a window, does what it is told, and says what was seen.

browse.py BROWSER FILE PROFILE [PDF] < STEPS: each step is {"evaluate": EXPRESSION} or {"key": NAME}.
Prints {"values": [...], "said": [...], "asked": [...]}: the values of the expressions, everything
on the console and every error, and every address that was asked for. The browser is spoken to
through two pipes, messages as JSON that end with NUL, so that no port is opened.
"""
import base64
import fcntl
import json
import os
import pathlib
import select
import subprocess
import sys
import time

LIMIT = 60
KEYS = {"Enter": ("Enter", 13, "\r"), "Space": (" ", 32, " ")}


class Browser:
    def __init__(self, program, profile):
        # Away from 3 and 4, which the browser expects.
        self.ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (*os.pipe(), *os.pipe())]
        to_read, self.write, self.read, to_write = self.ends

        def place():
            os.dup2(to_read, 3)
            os.dup2(to_write, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
             "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking",
             "--hide-scrollbars", "--remote-debugging-pipe", f"--user-data-dir={profile}"],
            close_fds=False, preexec_fn=place, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        self.next, self.rest, self.session = 0, b"", None
        self.said, self.asked, self.loaded = [], [], False
        self.until = time.monotonic() + LIMIT

    def call(self, method, **params):
        self.next += 1
        message = {"id": self.next, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.hear()
            if answer.get("id") == self.next:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]

    def hear(self):
        """The next message; events are noted."""
        while b"\0" not in self.rest:
            left = self.until - time.monotonic()
            if left <= 0 or not select.select([self.read], [], [], left)[0]:
                sys.exit("the browser does not answer")
            got = os.read(self.read, 1 << 20)
            if not got:
                sys.exit("the browser is gone")
            self.rest += got
        message, self.rest = self.rest.split(b"\0", 1)
        message = json.loads(message)
        self.note(message.get("method"), message.get("params", {}))
        return message

    def note(self, method, params):
        if method == "Network.requestWillBeSent":
            self.asked.append(params["request"]["url"])
        elif method == "Runtime.consoleAPICalled":
            self.said.append(str(params["args"]))
        elif method == "Runtime.exceptionThrown":
            self.said.append(str(params["exceptionDetails"]))
        elif method == "Log.entryAdded":
            self.said.append(params["entry"]["text"])
        elif method == "Page.javascriptDialogOpening":
            self.said.append(params["message"])
        elif method == "Page.loadEventFired":
            self.loaded = True

    def open(self, address):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Runtime", "Log", "Network", "Page"):
            self.call(f"{domain}.enable")
        self.call("Page.navigate", url=address)
        while not self.loaded:
            self.hear()

    def evaluate(self, expression):
        result = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            sys.exit(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def press(self, name):
        key, code, text = KEYS[name]
        for kind in ("keyDown", "keyUp"):
            pressed = {"text": text} if kind == "keyDown" else {}
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code,
                      **pressed)

    def print(self, path):
        printed = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        pathlib.Path(path).write_bytes(base64.b64decode(printed["data"]))

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def main(program, file, profile, pdf=None):
    steps = json.load(sys.stdin)
    browser = Browser(program, profile)
    values = []
    try:
        browser.open(pathlib.Path(file).resolve().as_uri())
        for step in steps:
            if "key" in step:
                browser.press(step["key"])
            else:
                values.append(browser.evaluate(step["evaluate"]))
        if pdf:
            browser.print(pdf)
    finally:
        browser.close()
    print(json.dumps({"values": values, "said": browser.said, "asked": browser.asked}))


if __name__ == "__main__":
    main(*sys.argv[1:])
