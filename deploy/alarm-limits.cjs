/** What of the alarms' limits follows from the size of the search domain; CloudWatch has storage in MiB. */
module.exports = async ({ resolveVariable }) => {
  const volumeGib = Number(await resolveVariable('self:custom.searchVolumeGib'));
  return { freeStorageMib: volumeGib * 1024 * 0.25 };
};
