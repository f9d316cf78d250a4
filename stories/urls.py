"""Addresses of stories, tips and test beds."""

from django.urls import path

from stories.views import mine, portrait, public, test_beds, tips

app_name = "stories"
urlpatterns = [
    path("", public.overview, name="overview"),
    path("verhaal-<int:number>/", public.story, name="story"),
    path("tips/", tips.tips, name="tips"),
    path("tips/kaarten/", tips.cards, name="cards"),
    path("proeftuinen/", test_beds.overview, name="test-beds"),
    path("proeftuinen/<slug:slug>/", test_beds.test_bed, name="test-bed"),
    path("foto/<uuid:portrait_id>/<str:name>", portrait.portrait, name="portrait"),
    path("link-vragen/", mine.ask_link, name="ask-link"),
    path("mijn/<str:token>/", mine.mine, name="mine"),
    path("mijn/<str:token>/foto/<uuid:portrait_id>/<str:name>", portrait.mine, name="my-portrait"),
    path("mijn/<str:token>/vernieuwen/", mine.renew, name="renew"),
    path("mijn/<str:token>/weghalen/", mine.withdraw, name="withdraw"),
]
