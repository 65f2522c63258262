export const ROLE_LABELS = {
  borough_admin: "Administrator: everything, with team and settings",
  borough_officer: "Officer: businesses, register and training",
  business_manager: "Manager of a business",
} as const;
