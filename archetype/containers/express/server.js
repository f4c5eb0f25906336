// The original service, rewritten from its description: three Express endpoints, sequential requests to peers with axios,
// errors as text with status 500. It handles SIGINT only. The template sets its names and its port.
'use strict';

const axios = require('axios');
const express = require('express');

const { PORT = '8080', SERVICE_NAME, SERVICE_A_URL, SERVICE_B_URL } = process.env;

const app = express();

app.get('/', (request, response) => {
  response.send('HELLO WORLD!!');
});

app.get('/message', (request, response) => {
  response.json({ message: `THIS IS ${SERVICE_NAME}!!` });
});

app.get('/request', async (request, response) => {
  const a = await axios.get(`${SERVICE_A_URL}/message`);
  const b = await axios.get(`${SERVICE_B_URL}/message`);
  response.json({ serviceA: a.data.message, serviceB: b.data.message });
});

app.use((error, request, response, next) => {
  response.status(500).send(error.toString());
});

app.listen(Number(PORT), () => {
  console.log(`listening at http://localhost:${PORT}`);
});

process.on('SIGINT', () => process.exit(0));
