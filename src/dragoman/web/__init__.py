"""The reading room: what the accounts say and where they differ, in a browser on this machine only.

serve(Path("my-dossier"), port=8321, open_browser=True)     # in server.py
"""
