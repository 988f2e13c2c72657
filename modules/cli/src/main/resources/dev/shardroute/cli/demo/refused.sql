-- An answer that needs work above the shards is refused so far, never guessed.
select city, count(*) from customer group by city;
