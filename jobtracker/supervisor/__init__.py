"""One command that starts broker, web, workers and scheduler, keeps them running and stops them in order.

__main__  reads the arguments and takes the lock        programs  what runs, and how each is stopped
prepare   tables, static files, first account, demo     children  one running program: start, backoff, stop
broker    the embedded Valkey                           rounds    the loop that keeps them all up
"""
