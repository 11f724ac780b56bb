"""All actions of the window, in the order of menus and key sheet."""

from planner.ui.actions.action import Action
from planner.ui.actions.block_actions import BLOCK_ACTIONS
from planner.ui.actions.directory_actions import DIRECTORY_ACTIONS
from planner.ui.actions.edit_actions import EDIT_ACTIONS
from planner.ui.actions.live_actions import LIVE_ACTIONS
from planner.ui.actions.plan_actions import PLAN_ACTIONS
from planner.ui.actions.settings_actions import SETTINGS_ACTIONS
from planner.ui.actions.view_actions import VIEW_ACTIONS

ROWS: tuple[Action, ...] = (
    *PLAN_ACTIONS,
    *SETTINGS_ACTIONS,
    *EDIT_ACTIONS,
    *BLOCK_ACTIONS,
    *LIVE_ACTIONS,
    *VIEW_ACTIONS,
    *DIRECTORY_ACTIONS,
)
