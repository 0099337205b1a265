from urllib.request import urlopen


def ask(request):
    return urlopen(request)
