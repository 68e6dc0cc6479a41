# Run by `odoo shell` in a new database: what the integration and its tests expect to find.
import os

cny = env["res.currency"].with_context(active_test=False).search([("name", "=", "CNY")])
cny.active = True
env["product.pricelist"].create({"name": "WeChat CNY", "currency_id": cny.id})

env.ref("base.user_admin").password = os.environ["ADMIN_PASSWORD"]

groups = [
    "base.group_user",
    "base.group_partner_manager",  # Contact Creation
    "sales_team.group_sale_salesman_all_leads",  # Sales / User: All Documents
    "stock.group_stock_user",  # Inventory / User
]
users = env["res.users"].with_context(no_reset_password=True)
user = users.create(
    {
        "name": "WeChat integration",
        "login": os.environ["USER_LOGIN"],
        "password": os.environ["USER_PASSWORD"],
        "email": "wechat@example.com",
        ("group_ids" if "group_ids" in users._fields else "groups_id"): [
            (6, 0, [env.ref(group).id for group in groups])
        ],
    }
)

keys = env["res.users.apikeys"].with_user(user)
if "expiration_date" in keys._fields:
    from datetime import datetime, timedelta

    key = keys._generate(None, "n8n", datetime.now() + timedelta(days=1))
    # A prepared database is used for longer than a user's key may live.
    env.cr.execute("UPDATE res_users_apikeys SET expiration_date = NULL")
else:
    key = keys._generate(None, "n8n")

with open(os.environ["API_KEY_FILE"], "w") as file:
    file.write(key)
env.cr.commit()
