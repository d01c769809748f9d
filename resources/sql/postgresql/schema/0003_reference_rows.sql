-- Schema 1.1: the reference rows that a new database starts with. An administrator changes them afterwards, so they are written once.

INSERT INTO dealdesk.approval_levels (code, display_name, rank, limit_amount) VALUES
    ('manager', 'Manager', 1, 5000000),
    ('director', 'Director', 2, 10000000),
    ('vp', 'VP', 3, 50000000),
    ('svp', 'SVP', 4, 100000000);

INSERT INTO dealdesk.approval_departments (department, display_name, description, incentive_types, always_required) VALUES
    ('trading', 'Trading', 'Revenue, margin and structure of every deal', '[]', true),
    ('finance', 'Finance', 'Revenue, margin and cost of every deal', '["Financial","Resources"]', true),
    ('creative', 'Creative', 'Product and innovation programmes', '["Product & Innovation"]', false),
    ('marketing', 'Marketing', 'Co-marketing, learning and development', '["Marketing & L&D"]', false),
    ('product', 'Product', 'Infrastructure and data services', '["Technology"]', false),
    ('solutions', 'Solutions', 'Reporting and insights', '["Analytics"]', false),
    ('legal', 'Legal', 'Contracts; in stage 1 where the policy says so', '[]', false);

INSERT INTO dealdesk.policy (id) VALUES (1);
INSERT INTO dealdesk.deployment (id) VALUES (1);

INSERT INTO dealdesk.incentive_catalog (category_name, sub_category_name, incentive_option, position) VALUES
    ('Financial', 'Discounts', 'Volume Discount', 1),
    ('Financial', 'Discounts', 'Upfront Discount', 2),
    ('Financial', 'Discounts', 'Loyalty Discount', 3),
    ('Financial', 'Discounts', 'Early Payment Discount', 4),
    ('Financial', 'Bonuses', 'Growth Bonus', 5),
    ('Financial', 'Bonuses', 'Performance Bonus', 6),
    ('Financial', 'Bonuses', 'Target Achievement Bonus', 7),
    ('Financial', 'Bonuses', 'Innovation Bonus', 8),
    ('Resources', 'Staff Resources', 'Account Management', 9),
    ('Resources', 'Staff Resources', 'Strategy Support', 10),
    ('Resources', 'Staff Resources', 'Implementation Team', 11),
    ('Resources', 'Staff Resources', 'Dedicated Consultant', 12),
    ('Resources', 'Training', 'Custom Workshops', 13),
    ('Resources', 'Training', 'Certification Programs', 14),
    ('Resources', 'Training', 'Onboarding Support', 15),
    ('Resources', 'Training', 'Advanced Training', 16),
    ('Product & Innovation', 'Product Features', 'Beta Access', 17),
    ('Product & Innovation', 'Product Features', 'Premium Features', 18),
    ('Product & Innovation', 'Product Features', 'Custom Development', 19),
    ('Product & Innovation', 'Product Features', 'Integration Support', 20),
    ('Product & Innovation', 'Innovation Programs', 'Innovation Lab Access', 21),
    ('Product & Innovation', 'Innovation Programs', 'Co-creation Projects', 22),
    ('Product & Innovation', 'Innovation Programs', 'Prototype Testing', 23),
    ('Product & Innovation', 'Innovation Programs', 'Research Participation', 24),
    ('Technology', 'Infrastructure', 'Enhanced API Access', 25),
    ('Technology', 'Infrastructure', 'Dedicated Environment', 26),
    ('Technology', 'Infrastructure', 'Technical Support', 27),
    ('Technology', 'Infrastructure', 'Custom Integrations', 28),
    ('Technology', 'Data Services', 'Data Enrichment', 29),
    ('Technology', 'Data Services', 'Custom Data Pipelines', 30),
    ('Technology', 'Data Services', 'Storage Solutions', 31),
    ('Technology', 'Data Services', 'Real-time Processing', 32),
    ('Analytics', 'Custom Reporting', 'Executive Dashboards', 33),
    ('Analytics', 'Custom Reporting', 'Custom Reports', 34),
    ('Analytics', 'Custom Reporting', 'Advanced Analytics', 35),
    ('Analytics', 'Custom Reporting', 'Predictive Modeling', 36),
    ('Analytics', 'Insights', 'Industry Benchmarks', 37),
    ('Analytics', 'Insights', 'Competitive Analysis', 38),
    ('Analytics', 'Insights', 'Trend Reports', 39),
    ('Analytics', 'Insights', 'Strategic Recommendations', 40),
    ('Marketing & L&D', 'Marketing Support', 'Co-marketing', 41),
    ('Marketing & L&D', 'Marketing Support', 'PR Support', 42),
    ('Marketing & L&D', 'Marketing Support', 'Event Sponsorship', 43),
    ('Marketing & L&D', 'Marketing Support', 'Case Studies', 44),
    ('Marketing & L&D', 'Learning & Development', 'Custom Curriculum', 45),
    ('Marketing & L&D', 'Learning & Development', 'Executive Education', 46),
    ('Marketing & L&D', 'Learning & Development', 'Industry Certifications', 47),
    ('Marketing & L&D', 'Learning & Development', 'Knowledge Sharing', 48);
