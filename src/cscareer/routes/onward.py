"""The next role on a person's way to another: the first of the shortest route there, where it isn't the goal itself."""

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Role
from cscareer.routes.network import Network, numbered
from cscareer.routes.search import Question, find_routes
from cscareer.routes.weighing import RouteOrder, weigh_moves
from cscareer.skills.held import Person


def next_role(catalog: Catalog, person: Person, goal: Role) -> Role | None:
    """The role in between that comes first for a person; None where they can go straight there, or nobody knows whence."""
    job = person.history.own if person.history else None
    start = catalog.roles.get((job.role if job else person.role) or "")
    if start is None or start.id == goal.id:
        return None
    number = numbered(catalog.roles)
    moves = weigh_moves(catalog, RouteOrder.SHORTEST, {}, None, {})
    question = Question(number[start.id], number[goal.id])
    paths = find_routes(Network(moves, [0] * len(moves)), question).paths
    first = list(number)[paths[0][1]] if paths else goal.id
    return None if first == goal.id else catalog.roles[first]
