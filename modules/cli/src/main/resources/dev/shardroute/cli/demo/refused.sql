-- What cannot be done right yet is refused, and the connection lives on.
select customer_id, name from customer order by name;
