"""What has come to the guide since texts were labelled by hand, which their labels can't know."""

NEW_SKILLS = frozenset(
    [
        "sales-basics",
        "phone-etiquette",
        "writing",
        "presentation",
        "office-software",
        "reporting",
        "reliability",
        "billing",
        "health-privacy",
        "payment-security",
        "renewals",
        "appointment-scheduling",
        "accessibility",
        "service-orientation",
        "tech-fluency",
    ]
)
