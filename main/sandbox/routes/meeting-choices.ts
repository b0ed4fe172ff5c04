/** What an organizer may choose, by the names of UCWA. */
export const eligibleLevels = ['SameEnterprise', 'Locked', 'Invited', 'Everyone'];
export const leaderAssignments = ['Disabled', 'SameEnterprise', 'Everyone'];
export const switches = ['Enabled', 'Disabled'];
export const announcements = ['Enabled', 'Disabled', 'Unsupported'];
