# A small leak hunt: sessions are closed but never die. Who holds them?
import gc
import weakref


class Session:
    def __init__(self, name):
        self.name = name
        handlers.append(self.on_event)      # the leak: a bound method keeps its object

    def on_event(self):
        pass

    def close(self):
        self.name = None


handlers = []
sessions = [Session("session %d" % number) for number in range(3)]
watch = [weakref.ref(session) for session in sessions]
for session in sessions:
    session.close()
del sessions, session
gc.collect()
print("alive after closing:", sum(ref() is not None for ref in watch))

suspect = watch[0]()
for holder in gc.get_referrers(suspect):
    if type(holder).__name__ == "method":
        print("held by a method:", holder.__func__.__qualname__)
        for outer in gc.get_referrers(holder):
            if outer is handlers:
                print("which is in the list 'handlers'")
            holder = outer = None
            break
del suspect

handlers.clear()
print("alive after clearing handlers:", sum(ref() is not None for ref in watch))
