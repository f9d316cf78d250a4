"""The parts of a page that are the same for every visitor: made once in each process."""

from __future__ import annotations

from django import template
from django.template import Context, TemplateSyntaxError
from django.template.base import FilterExpression, Node, NodeList, Parser, Token, token_kwargs
from django.template.loader_tags import BlockNode
from django.utils.safestring import SafeString

register = template.Library()


class OnceNode(Node):
    """Keeps what it contains, for each combination of the values it was given."""

    # Not in child_nodelists: whoever looks for the blocks of a page need not look in here.

    def __init__(self, nodelist: NodeList, values: dict[str, FilterExpression]) -> None:
        self.nodelist = nodelist
        self.values = values
        self.made: dict[tuple, SafeString] = {}

    def render(self, context: Context) -> SafeString:
        values = {name: value.resolve(context) for name, value in self.values.items()}
        key = tuple(values.values())
        if key not in self.made:
            # Nothing else of the page can be read here, or one visitor would get another's.
            self.made[key] = self.nodelist.render(context.new(values))
        return self.made[key]


@register.tag
def once(parser: Parser, token: Token) -> OnceNode:
    """{% once view=request.resolver_match.view_name %} … {% endonce %}: what stands in it may
    depend on the values given here, which must be few, and on nothing else."""
    values = token_kwargs(token.split_contents()[1:], parser)
    nodelist = parser.parse(("endonce",))
    parser.delete_first_token()
    if nodelist.get_nodes_by_type(BlockNode):
        raise TemplateSyntaxError("A block differs from page to page: it can't be made once.")
    return OnceNode(nodelist, values)
