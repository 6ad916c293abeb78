"""The WSGI entry point of a real installation."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lucba.settings")

application = get_wsgi_application()
